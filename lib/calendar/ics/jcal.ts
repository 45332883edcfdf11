import ICAL from 'ical.js';

/** One property as ical.js hands it over: name, parameters, type, value or values (RFC 7265 §3.4). */
export interface Property {
  name: string;
  parameters: Readonly<Record<string, string>>;
  type: string;
  values: readonly unknown[];
}

export interface Component {
  name: string;
  properties: readonly Property[];
  components: readonly Component[];
  /** Lines that could not be read and were left out. */
  dropped: readonly string[];
}

/**
 * Reads the text of one component (`BEGIN:VEVENT` … `END:VEVENT`, lines unfolded). When ical.js refuses it, the
 * lines are tried one at a time, so that one bad property costs only itself. Null when not even that works.
 */
export function parseComponent(text: string): Component | null {
  try {
    return toComponent(ICAL.parse(text), []);
  } catch {
    return rescue(text);
  }
}

function rescue(text: string): Component | null {
  const lines = text.split('\r\n').filter((line) => line !== '');
  const kept: string[] = [];
  const dropped: string[] = [];
  for (const line of lines) {
    if (/^(BEGIN|END):/i.test(line)) kept.push(line);
    else {
      // Rules in lower case are legal and refused by ical.js.
      const usable = [line, line.toUpperCase()].find((candidate) => parses(candidate));
      if (usable) kept.push(usable);
      else dropped.push(line);
    }
  }
  try {
    return toComponent(ICAL.parse(kept.join('\r\n')), dropped);
  } catch {
    return null;
  }
}

function parses(line: string): boolean {
  try {
    ICAL.parse(`BEGIN:VEVENT\r\n${line}\r\nEND:VEVENT`);
    return true;
  } catch {
    return false;
  }
}

function toComponent(jcal: unknown, dropped: readonly string[]): Component | null {
  if (!Array.isArray(jcal)) return null;
  const [name, properties, components]: unknown[] = jcal;
  if (typeof name !== 'string' || !Array.isArray(properties)) return null;
  return {
    name,
    properties: properties.flatMap(toProperty),
    components: Array.isArray(components) ? components.flatMap((inner) => toComponent(inner, []) ?? []) : [],
    dropped,
  };
}

function toProperty(raw: unknown): Property[] {
  if (!Array.isArray(raw)) return [];
  const [name, parameters, type, ...values]: unknown[] = raw;
  if (typeof name !== 'string' || typeof type !== 'string') return [];
  const texts: Record<string, string> = {};
  if (typeof parameters === 'object' && parameters !== null) {
    for (const [key, value] of Object.entries(parameters))
      texts[key] = Array.isArray(value) ? value.join(',') : String(value);
  }
  return [{ name, parameters: texts, type, values }];
}

/** The first value of the first property of that name, when it is a text. */
export function textOf(component: Component, name: string): string {
  const value = component.properties.find((property) => property.name === name)?.values[0];
  return typeof value === 'string' ? value : '';
}
