import { latestPage } from '../../../shared/layout.ts';
import type { Picture, Settings } from '../../../shared/model.ts';
import type { SiteView, View } from '../../view.ts';
import { accountsIn } from '../accounts.ts';
import type { Context } from '../helper.ts';

/** Ghost's `@site`: the settings, and a plain no for all that Ghost has and Galley has not. */
export function siteOf({ settings, url }: SiteView, view: View): Context {
  return {
    title: settings.title,
    description: settings.description,
    // Where the address is not known, a link home must not lead to the page itself.
    url: url || `/${latestPage('home')}`,
    locale: settings.language,
    lang: settings.language,
    direction: settings.direction,
    timezone: settings.timeZone,
    navigation: settings.navigation,
    secondary_navigation: settings.footer,
    comments_enabled: settings.replies !== 'off',
    members_enabled: false,
    paid_members_enabled: false,
    members_invite_only: false,
    recommendations_enabled: false,
    ...logoOf(settings.logo),
    ...accountsOf(settings),
    icon: null,
    cover_image: null,
    accent_color: null,
    // The API answers one reader, who may have chosen already: it knows no `/consent.css`.
    ...(settings.consent && !isAnswer(view) ? { consent: settings.consent } : {}),
  };
}

function isAnswer({ kind }: View): boolean {
  return kind === 'reply-form' || kind === 'answer';
}

function logoOf(logo: Picture | undefined): Context {
  return {
    logo: logo?.url ?? null,
    logo_alt: logo?.alt ?? null,
    logo_width: logo?.width ?? null,
    logo_height: logo?.height ?? null,
  };
}

/** The newsroom's accounts by platform, as Ghost has them, and all of its links. */
function accountsOf({ social }: Settings): Context {
  const { website: _none, ...accounts } = accountsIn(social);
  return { ...accounts, links: social };
}
