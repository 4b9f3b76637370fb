"""What the messages say, and what can be said of them."""

from __future__ import annotations

from sigcheck.relations.schema import relation

MESSAGES = relation(
    "messages",
    "a variation of the message",
    ("variant", "VARCHAR", "name of the variation"),
    ("file", "VARCHAR", "path of the message file"),
    ("subject", "VARCHAR", "subject line, decoded"),
    ("subject_line", "INTEGER", "line of the file (or of the plan) that the subject stands on"),
    ("text", "VARCHAR", "visible text of greeting, body and signature, without disclaimer and quoted text"),
    ("comparable", "VARCHAR", "text with merge tags, signature and disclaimer set aside, lower case, for comparison"),
    ("message_key", "VARCHAR", "digest of subject and comparable text"),
    ("words", "INTEGER", "words of greeting and body; of spintax one choice counts"),
    ("wordings", "INTEGER", "texts that the spintax of greeting and body can become; 1 where it holds none"),
    ("subject_wordings", "INTEGER", "subjects that the spintax of the subject can become; 1 where it holds none"),
    ("format", "VARCHAR", "txt, md, eml or html"),
    ("has_html_part", "BOOLEAN", "the message is HTML or has an HTML part"),
    ("greeting", "VARCHAR", "the greeting line; NULL where there is none"),
    ("greeting_line", "INTEGER", "line of the greeting"),
    ("signature", "VARCHAR", "the signature block; NULL where there is none"),
    ("signature_line", "INTEGER", "first line of the signature block"),
    ("from_name", "VARCHAR", "display name of From, where the message has one"),
    ("from_email", "VARCHAR", "address of From, where the message has one"),
    ("reply_to", "VARCHAR", "address of Reply-To, where the message has one"),
    ("language", "VARCHAR", "two-letter code of the text's language; NULL where unsure"),
    ("postal_address", "VARCHAR", "postal address in the message, or the merge tag for it; NULL where there is none"),
    ("postal_address_part", "VARCHAR", "part of the message that holds it, as in message_lines"),
    ("subject_length", "INTEGER", "characters of the subject; a merge tag counts as a word of 8"),
    ("subject_marks", "VARCHAR", "what in the subject reads as marketing, in words; NULL where nothing does"),
    (
        "greeting_form",
        "VARCHAR",
        "named (by a merge tag), handwritten, company, generic or bare; else NULL",
    ),
    ("signature_words", "VARCHAR", "words of the signature, folded as in person_key, each between spaces"),
    ("opening", "VARCHAR", "first two sentences of the body"),
)

MESSAGE_LINES = relation(
    "message_lines",
    "a line of a message",
    ("variant", "VARCHAR", "name of the variation"),
    ("file", "VARCHAR", "path of the message file"),
    ("line", "INTEGER", "line of the file"),
    ("part", "VARCHAR", "subject, greeting, body, signature, disclaimer, quoted or html (raw markup)"),
    ("text", "VARCHAR", "the line, decoded"),
    ("prose", "VARCHAR", "the text with a space in the place of each merge tag; NULL for raw markup"),
)

HEADERS = relation(
    "headers",
    "a header of an .eml file or a key of a message's front matter",
    ("variant", "VARCHAR", "name of the variation"),
    ("file", "VARCHAR", "path of the message file"),
    ("line", "INTEGER", "line of the file"),
    ("column", "INTEGER", "column, from 1"),
    ("name", "VARCHAR", "name of the header, lower case"),
    ("value", "VARCHAR", "value, decoded and unfolded"),
)

LINKS = relation(
    "links",
    "a link: of an HTML element, or an address typed into the text",
    ("variant", "VARCHAR", "name of the variation"),
    ("file", "VARCHAR", "path of the message file"),
    ("line", "INTEGER", "line of the file"),
    ("column", "INTEGER", "column, from 1"),
    ("part", "VARCHAR", "part of the message that holds it, as in message_lines"),
    ("url", "VARCHAR", "target as written"),
    ("scheme", "VARCHAR", "https, http, mailto, tel …; NULL where there is none"),
    ("host", "VARCHAR", "host, lower case"),
    ("domain", "VARCHAR", "registrable domain of the host"),
    ("text", "VARCHAR", "visible text of the link"),
    ("is_opt_out", "BOOLEAN", "the link is the way to opt out"),
    ("tracking", "VARCHAR", "shortener or click-tracker, where the host is known as one"),
)

LINK_PARAMETERS = relation(
    "link_parameters",
    "a piece of information in the target of a link: a parameter, or a part of the path",
    ("variant", "VARCHAR", "name of the variation"),
    ("file", "VARCHAR", "path of the message file"),
    ("line", "INTEGER", "line of the file"),
    ("column", "INTEGER", "column of the link, from 1"),
    ("url", "VARCHAR", "target as written"),
    ("is_opt_out", "BOOLEAN", "the link is the way to opt out"),
    ("name", "VARCHAR", "name of the parameter, lower case; NULL for a part of the path"),
    ("value", "VARCHAR", "its value, decoded; merge tags as written"),
    ("list_column", "VARCHAR", "column of `recipients` that the value inserts; NULL where it inserts none"),
    ("address", "VARCHAR", "email address that the value holds, plain or in Base64 or hexadecimal form, lower case"),
    ("digest", "VARCHAR", "the value, lower case, where it has the form of an MD5, SHA-1 or SHA-256 digest"),
)

MERGE_TAGS = relation(
    "merge_tags",
    "a merge tag in a message",
    ("variant", "VARCHAR", "name of the variation"),
    ("file", "VARCHAR", "path of the message file"),
    ("line", "INTEGER", "line of the file"),
    ("column", "INTEGER", "column, from 1"),
    ("part", "VARCHAR", "part of the message that holds it, as in message_lines"),
    ("tag", "VARCHAR", "the tag as written"),
    (
        "dialect",
        "VARCHAR",
        "handlebars, marketo, hubspot, mailchimp, pardot, salesforce, outreach, eloqua, liquid, bracket, braces",
    ),
    ("field", "VARCHAR", "field it names, as written, without prefix"),
    ("list_column", "VARCHAR", "column of `recipients` it stands for; NULL where the list has none"),
    ("default_value", "VARCHAR", "what is inserted where the field is empty; NULL where nothing is named"),
    ("about", "VARCHAR", "recipient, sender, or system (opt-out links and the like, filled by the sending tool)"),
)

TEMPLATE_FAULTS = relation(
    "template_faults",
    "a broken merge tag, or a blank that nobody filled in, in a message",
    ("variant", "VARCHAR", "name of the variation"),
    ("file", "VARCHAR", "path of the message file"),
    ("line", "INTEGER", "line of the file"),
    ("column", "INTEGER", "column, from 1"),
    ("part", "VARCHAR", "part of the message that holds it, as in message_lines"),
    ("text", "VARCHAR", "what stands there"),
    ("kind", "VARCHAR", "broken-tag or blank"),
    ("list_column", "VARCHAR", "column of `recipients` that a broken tag names; NULL where it names none"),
)

HTML_ELEMENTS = relation(
    "html_elements",
    "an element of the HTML part",
    ("variant", "VARCHAR", "name of the variation"),
    ("file", "VARCHAR", "path of the message file"),
    ("line", "INTEGER", "line of the file"),
    ("column", "INTEGER", "column, from 1"),
    ("tag", "VARCHAR", "name of the element, lower case"),
    ("attributes", "VARCHAR", "attributes as JSON, names in lower case"),
    ("source", "VARCHAR", "src or href"),
    ("text", "VARCHAR", "visible text inside, shortened"),
)

OPT_OUTS = relation(
    "opt_outs",
    "a way to opt out that a message offers",
    ("variant", "VARCHAR", "name of the variation"),
    ("file", "VARCHAR", "path of the message file"),
    ("line", "INTEGER", "line of the file"),
    ("column", "INTEGER", "column, from 1"),
    ("part", "VARCHAR", "part of the message that holds it, as in message_lines"),
    ("kind", "VARCHAR", "link, mailto, prose or tag"),
    ("language", "VARCHAR", "language of the wording"),
    ("text", "VARCHAR", "the words or the target"),
)

MESSAGE_PAIRS = relation(
    "message_pairs",
    "two variations of the message, or one with itself: the two wordings of its spintax that differ most",
    ("variant", "VARCHAR", "name of one variation"),
    ("file", "VARCHAR", "path of that variation"),
    ("other_variant", "VARCHAR", "name of the other, later in the plan; the same for two wordings of one"),
    ("other_file", "VARCHAR", "path of the other"),
    ("similarity", "DOUBLE", "likeness of their comparable texts, 0 to 1"),
)

MESSAGE_SENDERS = relation(
    "message_senders",
    "a variation of the message × a sender in whose name it goes out",
    ("variant", "VARCHAR", "name of the variation"),
    ("sender", "VARCHAR", "address of the sender, lower case"),
    ("recipients", "INTEGER", "rows of the list that get it so"),
    ("is_from_name", "BOOLEAN", "the name in From is the sender's; NULL where there is none, or nobody can tell"),
    ("is_from_email", "BOOLEAN", "the address in From is the sender's; NULL where there is none, or a merge tag"),
    ("from_tag", "VARCHAR", "a merge tag in From that the recipient's own data fill in; NULL where there is none"),
    ("other_name", "VARCHAR", "a name in the signature that is not the sender's; NULL where there is none"),
    ("other_title", "VARCHAR", "a title in the signature, of quite another rank than the sender's; else NULL"),
    ("replies_to", "VARCHAR", "address that replies go to: Reply-To, else From, else the sender; NULL for a merge tag"),
    ("reaches_sender", "BOOLEAN", "replies reach the sender or the delegate; NULL where a merge tag stands there"),
)
