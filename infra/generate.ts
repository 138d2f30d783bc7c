import { readFileSync, writeFileSync } from 'node:fs';
import { tables } from '../shared/operations/tables.ts';
import { catalogue } from '../shared/rules/catalogue.ts';
import { between, coverageTable } from './coverage.ts';
import { eventFilter } from './event-filter.ts';

const README = 'README.md';

writeFileSync('infra/event-filter.json', `${JSON.stringify(eventFilter(tables), null, 2)}\n`);
writeFileSync(README, between(readFileSync(README, 'utf8'), 'coverage', coverageTable(tables, catalogue)));
