import type { Plugin } from 'vite';

/**
 * Leaves out what WXT lays around a script: log lines, which print nothing in a build for people, and the catching that
 * they are there for. A script in somebody's page may have 10 kB, and their texts are room. What goes wrong is thrown, as
 * before.
 */
export function bareEntrypoints(): Plugin {
  return {
    name: 'circlekeeper:bare-entrypoints',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (id.includes('wxt-unlisted-script-entrypoint')) {
        const definition = /^import definition from .*$/m.exec(code)?.[0];
        return definition ? { code: `${definition}\nexport default definition.main();\n`, map: null } : null;
      }
      if (!id.includes('wxt-content-script-isolated')) return null;
      return { code: code.replace(/^\s*logger\.\w+\(.*\);$/gm, ''), map: null };
    },
  };
}
