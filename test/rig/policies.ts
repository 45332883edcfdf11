import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

export interface Policies {
  /** Starts the browser as its administrator set it; its arguments are handed on. */
  program: string;
  /** Writes a policy's file into a folder of `/etc`, also while the browser runs. */
  write(path: string, content: unknown): Promise<void>;
  remove(): Promise<void>;
}

/**
 * A browser with policies of its own: it runs in a private mount namespace, in which `folders` (of `/etc`) are those written
 * here. Nobody else on the computer sees them, and nothing is left behind. Linux, with the right to make such a namespace.
 * @param program path of the browser.
 * @param folders absolute, below `/etc`; they need not be there.
 */
export async function withPolicies(program: string, folders: readonly string[]): Promise<Policies> {
  const home = await mkdtemp(join(tmpdir(), 'circlekeeper-policies-'));
  const here = (path: string) => join(home, 'over', path);
  // A layer over /etc makes the folders be there; each then is the real one, whose changes the browser is told of.
  for (const folder of folders)
    await Promise.all([
      mkdir(join(home, 'layer', folder), { recursive: true }),
      mkdir(here(folder), { recursive: true }),
    ]);
  const mounts = folders.map((folder) => `mount --bind '${here(folder)}' '${folder}'`);
  const wrapper = join(home, basename(program));
  await writeFile(
    wrapper,
    `#!/bin/sh
exec unshare --mount ${process.getuid?.() === 0 ? '' : '--map-root-user'} sh -ec '
mount -t overlay none -o "lowerdir=${home}/layer/etc:/etc" /etc
${mounts.join('\n').replaceAll("'", '"')}
exec "$0" "$@"' '${program}' "$@"
`,
  );
  await chmod(wrapper, 0o755);
  return {
    program: wrapper,
    async write(path, content) {
      await mkdir(dirname(here(path)), { recursive: true });
      await writeFile(here(path), JSON.stringify(content));
    },
    remove: () => rm(home, { recursive: true, force: true, maxRetries: 5 }),
  };
}
