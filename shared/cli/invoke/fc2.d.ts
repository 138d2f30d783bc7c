/** The part of the vendor's client, which has no types of its own, that is used. */
declare module '@alicloud/fc2' {
  export default class Client {
    constructor(
      accountId: string,
      config: {
        accessKeyID: string;
        accessKeySecret: string;
        securityToken?: string;
        region: string;
        secure: boolean;
        timeout: number;
        endpoint?: string;
      },
    );
    /** The API version in the path. The client is made for 2016-08-15; functions of 3.0 answer to 2023-03-30. */
    version: string;
    post(
      path: string,
      body: string,
      headers: Record<string, string>,
      queries: Record<string, string>,
    ): Promise<{ readonly headers: Record<string, string>; readonly data: unknown }>;
  }
}
