"""What every writer's process needs, loaded once in the fork server that all of them come from."""

from __future__ import annotations

import chromadb  # noqa: F401
import scipy.special  # noqa: F401

import index.doctor
import index.ingest
import index.search  # noqa: F401
from index.parse import parse

parse(["Anna Berg met Karl Stone."])  # reads the model of language
