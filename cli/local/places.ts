import { join } from 'node:path';

/** The project's root: where package.json, content/ and infra/ are. */
export const projectRoot = join(import.meta.dirname, '../..');

export const emulatorVersion = '1.5.33';

/** Where a local platform keeps what it needs. Tests give another `home`, so that they share nothing but the install. */
export type Places = {
  home: string;
  install: string;
  certificates: string;
  state: string;
  logs: string;
  platform: string;
};

export function placesIn(home: string, shared = join(projectRoot, '.galley')): Places {
  return {
    home,
    install: join(shared, 'emulator', emulatorVersion),
    certificates: join(home, 'certificates'),
    state: join(home, 'state'),
    logs: join(home, 'logs'),
    platform: join(home, 'platform.json'),
  };
}

export const defaultPlaces = placesIn(join(projectRoot, '.galley'));
