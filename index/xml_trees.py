"""XML from outside as a tree: nothing is fetched, no entity unfolded, size and depth are bounded.

lxml does the parsing, with its limits left on: 256 elements within each other, 10 MB in one text.
"""

from __future__ import annotations

import re
from html.entities import html5

from lxml import etree

from index.blobs import Blob
from index.decoding import decode
from index.errors import UnreadableSource

LARGEST_XML = 32 * 2**20  # bytes: a tree takes about ten times as much memory
DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
DECLARATION = re.compile(r"^\s*<\?xml.*?\?>", re.DOTALL)
DOCTYPE = re.compile(  # with what may stand before it
    r"^(?P<before>(?:\s|<\?.*?\?>|<!--.*?-->)*)<!DOCTYPE[^\[>]*(?P<subset>\[.*?\]\s*)?>", re.DOTALL
)
NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31};)")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # not in XML 1.0
LOCAL_NAME = re.compile(r"^\{[^}]*\}")


def read_xml_text(blob: Blob) -> str:
    """The text of an XML file, without its declaration and document type.

    HTML's names of characters, which files use without declaring them, become characters. Raises
    UnreadableSource for what is no text and for entities that the file declares itself.
    """
    content = blob.read(LARGEST_XML)
    declared = DECLARED.match(content[:400])
    encoding = declared[1].decode("ascii") if declared else blob.declared
    return clean_xml(decode(content, blob.shown, encoding), blob.shown)


def clean_xml(text: str, shown: str) -> str:
    """An XML text as `read_xml_text` gives that of a file."""
    text = DECLARATION.sub("", text.lstrip("\ufeff"))
    doctype = DOCTYPE.match(text)
    if _declares_entities(text, (doctype["subset"] or "") if doctype else ""):
        raise UnreadableSource(
            shown,
            "declares entities of its own, as an entity bomb does; take its DOCTYPE out if you "
            "trust it and index it again",
        )
    if doctype:
        text = doctype["before"] + text[doctype.end() :]
    return NAMED.sub(_character, FORBIDDEN.sub(" ", text))


def parse_xml(text: str, shown: str) -> etree._Element:
    """The root of an XML text; raises UnreadableSource for what is damaged or nested too deep."""
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as fault:
        raise UnreadableSource(shown, _explain(fault)) from fault


def local_name(element: etree._Element) -> str:
    """An element's name without its namespace; "" for an entity that was left as it stands."""
    return LOCAL_NAME.sub("", element.tag) if isinstance(element.tag, str) else ""


def find_root_name(text: str) -> str:
    """The local name of the first element of an XML text; "" where none begins."""
    root = re.search(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]", text)
    return root[1] if root else ""


def find_all(element: etree._Element, *names: str) -> list[etree._Element]:
    """The descendants by a path of local names, whatever their namespaces."""
    path = "/".join(f"*[local-name()='{name}']" for name in names)
    found: list[etree._Element] = element.xpath(f".//{path}")
    return found


def first_text(element: etree._Element, *names: str) -> str | None:
    """The text of the first descendant by a path that has any, its blanks folded."""
    texts = (" ".join("".join(one.itertext()).split()) for one in find_all(element, *names))
    return next((text for text in texts if text), None)


def _declares_entities(text: str, subset: str) -> bool:
    """Whether an entity is declared within the document type, or where one could be hidden."""
    at = text.find("<!ENTITY")
    quoted = text.rfind("<![CDATA[", 0, max(at, 0)) > text.rfind("]]>", 0, max(at, 0))
    return "<!ENTITY" in subset or ("<!DOCTYPE" in text[: max(at, 0)] and not quoted)


def _character(name: re.Match[str]) -> str:
    return html5.get(name[1], name[0])


def _explain(fault: etree.XMLSyntaxError) -> str:
    if "depth" in str(fault):
        return "is nested too deep to be an article; fetch it again"
    return f"is no whole XML ({fault.msg}); fetch it again"
