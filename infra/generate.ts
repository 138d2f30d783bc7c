import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'oxfmt';
import { PERMISSIONS } from '../shared/cloud/permissions.ts';
import { tables } from '../shared/operations/tables.ts';
import { catalogue } from '../shared/rules/catalogue.ts';
import { between, coverageTable } from './coverage.ts';
import { withFilter } from './deploy/manifest-filter.ts';
import { eventFilter } from './event-filter.ts';
import { ramPolicy } from './ram-policy.ts';
import { templates } from './ros/templates.ts';
import { severityTable } from './severities.ts';

const README = 'README.md';
const MANIFEST = 's.yaml';

const filter = eventFilter(tables);
writeFileSync('infra/event-filter.json', `${JSON.stringify(filter, null, 2)}\n`);
writeFileSync(MANIFEST, withFilter(readFileSync(MANIFEST, 'utf8'), filter));
const policy = ramPolicy(PERMISSIONS, tables);
writeFileSync('infra/ram-policy.json', `${JSON.stringify(policy, null, 2)}\n`);
for (const [name, template] of Object.entries(templates(policy, filter))) {
  const { code } = await format(name, JSON.stringify(template, null, 2), { printWidth: 120 });
  writeFileSync(`infra/ros/${name}`, code);
}
const readme = between(readFileSync(README, 'utf8'), 'coverage', coverageTable(tables, catalogue));
writeFileSync(README, between(readme, 'severities', severityTable(catalogue)));
