import { expect, test } from 'vitest';
import { personName } from './person-name.ts';

test.each([
  ['Anna Lindqvist', 'x@example.org', 'Anna Lindqvist'],
  ['Lindqvist, Anna', '', 'Anna Lindqvist'],
  ['Lindqvist, Anna (Guest)', '', 'Anna Lindqvist'],
  ['Amira Said, MD', '', 'Amira Said, MD'],
  ['anna.lindqvist@example.org', 'anna.lindqvist@example.org', 'Anna Lindqvist'],
  ['', 'bo_olsen2@example.org', 'Bo Olsen'],
  ['', 'chen+calendar@example.org', 'Chen'],
  ["'Dana Levi'", '', 'Dana Levi'],
  ['', '', ''],
])('%j <%s> is called %j', (name, email, called) => {
  expect(personName({ name, email })).toBe(called);
});
