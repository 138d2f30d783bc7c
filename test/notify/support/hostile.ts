/** Names that people could give to things so as to make a message lie, call everybody, or run something. */
export const HOSTILE_NAMES = [
  ['a mention of everybody', '@all @13800000000'],
  ['a markdown link', '[click here](http://evil.example)'],
  ['a bare address', 'see https://evil.example/login or www.evil.example'],
  ['an image', '![x](http://evil.example/track.png)'],
  ['HTML', '<b onclick="alert(1)">x</b><script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['HTML entities', '&lt;script&gt; &#60;script&#62;'],
  ['a heading on a new line', 'prod\n# All clear\n\n> resolved'],
  ['a header of a mail', 'prod\r\nBcc: evil@example.com\r\n\r\n<h1>x</h1>'],
  ['code and a command', '`$(reboot)` ```\nrm -rf /\n```'],
  ['marks that turn text around', 'prod\u202Egnp.exe\u2066\u200F'],
  ['control characters', 'prod\u0000\u0007\u001B[31m\u0085\u2028\u2029'],
  ['emphasis and tables', '**all** __clear__ ~~gone~~ | a | b |'],
  ['a template', '{severity} {title} $& $1 ${x}'],
  ['something endless', 'A'.repeat(100_000)],
] as const;
