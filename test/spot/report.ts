import { measure, report } from './measure.ts';

/** Prints the figures of one labelled file, without the misses' names: `node test/spot/report.ts labelled.json`; for sets kept apart. */
const [, , file = 'labelled.json'] = process.argv;
console.log(report(measure(file)).split('\n')[0]);
