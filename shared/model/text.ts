/** The languages in which ackwatch speaks to people. */
export type Language = 'en' | 'zh' | 'ja';

/** One sentence in every language; a missing one does not compile. */
export type Text = Readonly<Record<Language, string>>;
