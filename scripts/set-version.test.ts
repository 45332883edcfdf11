import { describe, expect, it } from 'vitest';
import { closeUnreleased, notesOf, withVersion } from './set-version.mjs';

const LOG = '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- One.\n\n## [0.1.0] - 2026-01-02\n\n- First.\n';

describe('a release in the change log', () => {
  it('closes what was unreleased under its version and leaves an empty place above, so that nothing is told twice', () => {
    expect(closeUnreleased(LOG, '0.2.0', '2026-12-01')).toBe(
      '# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-12-01\n\n### Added\n\n- One.\n\n## [0.1.0] - 2026-01-02\n\n- First.\n',
    );
    const first = '# Changelog\n\n## [Unreleased]\n\n- One.\n';
    expect(closeUnreleased(first, '0.2.0', '2026-12-01')).toBe(
      '# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-12-01\n\n- One.\n',
    );
  });

  it('is refused where there is nothing to tell, or the version was told already', () => {
    expect(() =>
      closeUnreleased('## [Unreleased]\n\n## [0.1.0]\n\n- First.\n', '0.2.0', '2026-12-01'),
    ).toThrow();
    expect(() => closeUnreleased(LOG, '0.1.0', '2026-12-01')).toThrow(/already/);
  });

  it('gives the notes of one version alone', () => {
    const log = closeUnreleased(LOG, '0.2.0', '2026-12-01');
    expect(notesOf(log, '0.2.0')).toBe('### Added\n\n- One.');
    expect(notesOf(log, '0.1.0')).toBe('- First.');
    expect(() => notesOf(log, '0.3.0')).toThrow();
  });
});

describe('a version in the package', () => {
  const text = JSON.stringify({
    name: 'x',
    version: '0.9.0',
    packages: { '': { version: '0.9.0' }, y: { version: '1.0.0' } },
  });

  it('is set for the project and for nothing it uses', () => {
    expect(JSON.parse(withVersion(text, '0.10.0'))).toEqual({
      name: 'x',
      version: '0.10.0',
      packages: { '': { version: '0.10.0' }, y: { version: '1.0.0' } },
    });
  });

  it('is refused when stores would not take it: the same, an earlier one, or no three numbers', () => {
    for (const wrong of ['0.9.0', '0.8.9', '1.0', 'v1.0.0', '1.0.0-beta', ''])
      expect(() => withVersion(text, wrong)).toThrow();
  });
});
