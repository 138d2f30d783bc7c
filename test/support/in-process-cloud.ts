export { inProcessCloud } from '../../infra/local/cloud/in-process.ts';
