/** To what an elastic IP address can be bound. */
export type EipInstanceType = 'EcsInstance' | 'SlbInstance' | 'Nat' | 'HaVip' | 'NetworkInterface';

/** An elastic IP address; bound to nothing while `InstanceId` is empty. */
export interface Eip {
  readonly AllocationId: string;
  readonly IpAddress: string;
  readonly RegionId: string;
  readonly Name: string;
  readonly Description: string;
  readonly InstanceId: string;
  readonly InstanceType: EipInstanceType | '';
  readonly PrivateIpAddress: string;
  readonly Mode: string;
  readonly Bandwidth: number;
  readonly InternetChargeType: 'PayByTraffic' | 'PayByBandwidth';
  readonly BandwidthPackageId: string;
  readonly DeletionProtection: boolean;
  readonly ResourceGroupId: string;
}

/** The addresses of an account by id. */
export interface EipState {
  readonly addresses: Map<string, Eip>;
}

export function createEipState(): EipState {
  return { addresses: new Map() };
}

/** An address that is bound to nothing, with everything that was not said as the cloud would set it. */
export function anEip(said: Partial<Eip> & Pick<Eip, 'AllocationId' | 'RegionId' | 'IpAddress'>): Eip {
  return {
    Name: '',
    Description: '',
    InstanceId: '',
    InstanceType: '',
    PrivateIpAddress: '',
    Mode: 'NAT',
    Bandwidth: 5,
    InternetChargeType: 'PayByTraffic',
    BandwidthPackageId: '',
    DeletionProtection: false,
    ResourceGroupId: 'rg-acfm2xwmxqxkyza',
    ...said,
  };
}
