"""Where merge tags stand in a text, by their delimiters alone; what they mean is read in `merge_dialects`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple


class MergeToken(NamedTuple):
    """A stretch of text between the delimiters of a merge tag.

    `kind` is the kind of delimiter: block `{% %}`, triple `{{{ }}}`, double `{{ }}`, formula `{! }`, single `{ }`,
    stars `*| |*`, percent `%% %%`, eloqua (a span or a `~~eloqua~~` link token) or bracket `[ ]`. `start` and
    `end` are offsets into the text, `body` is what stands between the delimiters.
    """

    kind: str
    start: int
    end: int
    body: str


def merge_tokens(text: str) -> list[MergeToken]:
    """Return every stretch of `text` that has the shape of a merge tag, in order and without overlap.

    A shape is no proof: "[Draft]" and "{a}" are returned too. Delimiters without a partner are passed over.
    """
    tokens = []
    for match in _token_pattern().finditer(text):
        kind = str(match.lastgroup)
        tokens.append(MergeToken(kind.rstrip("_"), match.start(), match.end(), match[kind]))
    return tokens


@cache
def _token_pattern() -> re.Pattern[str]:
    # Every repetition is bounded, so that a text full of opening delimiters is still read in linear time.
    # A lone brace beside another is half of something else; Instantly's {{random|…}} is spintax.
    return re.compile(
        r"""
          \{%-? (?P<block> (?:[^%\n]|%(?!\})){1,300}? ) -?%\}
        | \{\{\{ (?P<triple> [^{}\n]{1,200} ) \}\}\}
        | \{\{ (?!\s*random\s*\|) (?P<double> (?:[^{}\n]|\$\{[^{}\n]{1,60}\}){1,200} ) \}\}
        | \{! (?P<formula> [^{}\n]{1,300} ) \}
        | (?<![{$#]) \{ (?P<single> [A-Za-z][^{}\n]{0,100} ) \} (?!\})
        | \*\| (?P<stars> [^*\n]{1,200}? ) \|\*
        | %% (?P<percent> [A-Za-z][\w .-]{0,80} ) %%
        | <span\b [^<>]{0,100}? \bclass\s{0,5}=\s{0,5} ["']?eloquaemail["']? [^<>]{0,100} >
          (?P<eloqua> [^<>\n]{1,100} ) </span>
        | ~~eloqua\.\.type--emailfield\.\.syntax--(?P<eloqua_> \w{1,100} ) [^~\n]{0,300} ~~
        | (?<![!\[\w]) \[ (?P<bracket> \[? [^\W\d] [^\[\]\n]{1,80} \]? ) \]
          (?! [(\[\]] | :[ \t]*(?:https?:|mailto:|<|\#|/) )
        """,
        re.VERBOSE | re.IGNORECASE,
    )
