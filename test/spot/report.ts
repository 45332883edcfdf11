import { measure, report } from './measure.ts';

/** Prints the figures of one labelled file, without the misses' names: `node test/spot/report.ts held-out.json`. */
const [, , file = 'held-out.json'] = process.argv;
console.log(report(measure(file)).split('\n')[0]);
