"""The Japanese wording of opt-outs."""

from __future__ import annotations

from sigcheck.facts.opt_out_wording import OptOutWording

WORDING = OptOutWording(
    wish=(
        r"配信の?(?:停止|解除)|配信を?(?:停止|ご?希望されない|ご?希望しない|ご?不要)",
        r"(?:メール|ご?連絡|ご?案内|配信)[^。、!?]{0,12}?(?:不要|(?:ご?希望|望ま)(?:され|し|れ)な[いく]|停止)",
        r"(?:購読|登録|受信)を?の?(?:解除|停止)",
    ),
    say=(
        r"お知らせ|ご?連絡(?:ください|くださ|下さ|いただ)|返信|お申し付け|ご一報|お申し出|クリック|こちら|お伝え|まで",
    ),
    promise=(
        r"(?:今後|以後|以降|二度と)[^。]{0,20}?(?:連絡|送信|お送り|案内|配信|メール)[^。]{0,10}?"
        r"(?:しません|いたしません|致しません|控え|停止)",
    ),
    keywords=("配信停止", "停止", "不要", "解除", "stop"),
    link=(r"配信の?(?:停止|解除)|(?:購読|登録)の?解除|(?:受信|メール)の?停止",),
    not_meant=(),
    url_words=("haishin teishi", "配信停止"),
)
