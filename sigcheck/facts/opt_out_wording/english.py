"""The English wording of opt-outs."""

from __future__ import annotations

from sigcheck.facts.opt_out_wording import OptOutWording

_NOT = r"(?:don't|do not|no longer|rather not|prefer not(?: to)?)(?: (?:wish|want|like|care))?(?: to)? "
_STOP = r"stop(?= (?:writing|e-?mailing|contacting|reaching|sending|following|messaging)|[.,;!)]|$| and )"
_LIST = r"(?:mailing |e-?mail |contact |distribution |send )?lists?\b"

WORDING = OptOutWording(
    mails=r"(?:e-?mails?|messages?|mailings?|newsletters?|mail|notes|communications?|correspondence)\b",
    event=r"(?:event|webinar|seminar|workshop|breakfast|conference|session|meeting|course|training|trial)",
    wish=(
        r"to unsubscribe",
        r"(?:can|may|could) (?:always |also )?unsubscribe",
        r"<FIRST>unsubscribe",
        r"to opt[- ]?out(?! of| from)",
        r"opt(?:ing)?[- ]?out (?:of|from) (?:\w+ ){0,3}?(?:<MAILS>|contact\b|hearing|receiving)",
        r"(?:stop|avoid) (?:receiving|getting) (?:\w+ ){0,3}?<MAILS>",
        r"(?:removed|taken off|off) (?:from )?(?:my|our|this|the) " + _LIST,
        _NOT + r"(?:hear|get anything|receive anything)(?: \w+){0,2}? from (?:me|us)",
        _NOT + r"(?:receive|get)(?: (?:any|these|this|my|our|such|more|further|future|other|of)){0,4} "
        r"<MAILS>",
        _NOT + r"be (?:contacted|e-?mailed)",
        _NOT + r"(?:receive|get) (?:these|this)(?=[?,.])",
        r"(?:don't|do not|no longer) want (?:me|us) (?:to )?(?:contact|e-?mail|writ|reach|follow|message)",
        r"(?:don't|do not|no longer) want (?:any |these |my |our |more |further |future ){1,2}<MAILS>",
        r"(?:rather|prefer)(?: that| it if)? (?:i|we) (?:didn't|don't|not|stopped|did not|do not|no longer)"
        r"(?: \w+)? (?:write|bother|get in touch|be in touch|e-?mail|contact|reach|follow|message|wrote|e-?mailed)",
        r"(?:want|like|prefer|need) (?:me|us) to (?:leave you (?:alone|in peace|be)|" + _STOP + ")",
    ),
    say=(
        r"let (?:me|us) know",
        r"tell (?:me|us)",
        r"(?:repl(?:y|ying)|respond|answer|write back|write (?:me|us|to)|hit reply)\b",
        r"(?:drop|send|shoot) (?:me|us|an?|this|your)\b",
        r"(?:e-?mail|contact|text|call|(?:by|when) (?:e-?mail|contact|call|writ)ing(?: to)?) (?:me|us)\b",
        r"(?:just |simply |please )(?:say|e-?mail|write|contact)\b",
        r"say (?:so|the word|no)\b",
        r"(?:click|tap|visit|go to|use|follow|clicking|visiting|using|following)\b",
    ),
    promise=(
        r"(?:i|we)(?:'ll| will)? (?:won't|not|never|no longer) (?:write|e-?mail|contact|bother|trouble|disturb|"
        r"message|ping|chase|reach out|follow up|be in touch|get in touch)(?: to| with)?"
        r"(?: you| again| any ?more| further|[.,;!)]|$)",
        r"(?:i|we)(?:'ll| will)? (?:won't|not|never) (?:send|be sending) (?:you )?(?:any|another|more|further)",
        r"(?:i|we)(?:'ll| will) " + _STOP,
        "to " + _STOP,
        r"(?:i|we)(?:'ll| will) (?:leave you (?:alone|in peace|be)|(?:stay|get) out of your inbox)",
        r"(?:take|remove|cross|strike) you(?: off| from) (?:my|our|this|the|all) " + _LIST,
        r"you (?:won't|will not|'ll not|'ll never|will never) hear from (?:me|us)",
    ),
    keywords=("stop", "unsubscribe", "remove", "remove me", "opt out", "opt-out", "optout", "no thanks"),
    link=(
        r"unsubscribe",
        r"opt[- ]?out\b(?! of (?!(?:\w+ ){0,3}?(?:<MAILS>|contact\b|receiving|hearing)))",
        r"(?:e-?mail|communications?|subscription|mailing|contact) preferences",
        r"how often you (?:hear from|get e-?mails? from) us",
        r"preference cent(?:er|re)",
        r"(?:remove me|take me off|stop (?:receiving|these|e-?mailing)|no longer (?:wish|want))",
    ),
    not_meant=(
        r"unsubscribe (?:rates?|numbers|clicks|requests|benchmarks?|statistics|figures|from (?:\w+ ){0,2}?<EVENT>)",
        r"(?:why|how) (?:\w+ ){0,4}?(?:unsubscribe|opt[- ]?out)",
        r"(?:unsubscribe|opt(?:ing)?[- ]?out) (?:of|from) (?:\w+ ){0,3}?"
        r"(?:<EVENT>|cookies?|tracking|analytics|complexity|sale)",
        r"(?:cookies?|tracking|analytics) opt[- ]?out",
    ),
    url_words=(
        "unsubscribe",
        "unsub",
        "unsubscription",
        "optout",
        "opt out",
        "email preferences",
        "email preference",
        "preference center",
        "preference centre",
        "subscription preferences",
        "manage preferences",
    ),
)
