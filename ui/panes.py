"""Parts that the tabs of lists share: a form above, and beneath what the server makes of it.

A form with `data-into` or a link of class `goes` fetches its address into the pane that it names
(ui/pages.js); without a script nothing of this works, as nothing of Gradio does.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from ui.show import ROUTE


def make_pane(name: str, above: str, beneath: str = "") -> str:
    """A tab's content: what stands above, and the pane that is filled when it is first seen."""
    return (
        f"<section class='page'>{above}<div class='pane' id='{name}-pane' "
        f"data-load='{ROUTE}/{name}' aria-busy='true'><p class='quiet'>Looking …</p></div>"
        f"{beneath}</section>"
    )


def show_field(name: str, label: str, hint: str = "") -> str:
    """A field for words."""
    return (
        f"<label class='field'>{escape(label)}<input name='{name}' type='text' maxlength='200' "
        f"autocomplete='off' spellcheck='false' placeholder='{escape(hint)}'></label>"
    )


def show_options(name: str, label: str, options: Iterable[tuple[str, str]]) -> str:
    """A choice of one."""
    told = "".join(
        f"<option value='{escape(value)}'>{escape(words)}</option>" for value, words in options
    )
    return f"<label class='field'>{escape(label)}<select name='{name}'>{told}</select></label>"
