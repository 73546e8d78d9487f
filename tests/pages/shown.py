"""What a rendered page shows of numbers, and which of them went through the catalogue."""

import re
from html.parser import HTMLParser

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
# What people typed, when something was, and what is not read as the page's own text.
NOT_OURS = {
    "bdi",
    "time",
    "script",
    "style",
    "template",
    "title",
    "textarea",
    "option",
    "code",
}
A_NUMBER = re.compile(r"\d+\.\d+|\d+\s*%")


class Shown(HTMLParser):
    """The numbers of one page: `scores` by key, and `loose` text that holds others."""

    def __init__(self, html):
        super().__init__()
        self.scores, self.loose, self.inside = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if "data-score" in said:
            self.scores.append(said["data-score"])
        if tag not in VOID:
            self.inside.append(
                (tag, tag in NOT_OURS or bool({"data-score", "data-typed"} & said.keys()))
            )

    def handle_endtag(self, tag):
        while self.inside and self.inside.pop()[0] != tag:
            pass

    def handle_data(self, text):
        if A_NUMBER.search(text) and not any(known for _, known in self.inside):
            self.loose.append(text.strip())
