"""The answer API: an archive, a question, a cited answer.

from qa import Archive, Conversation, ask

archive = Archive.open("archive")
print(ask(archive, "Why was the summit put off?").text)
"""

from index.archive import Archive
from index.errors import DatelineError
from index.meeting_records import Meeting, Mention, Participant
from index.records import Article, Citation, Outcome, Question, Statement, Suggestion, When
from qa.answers import Answer
from qa.ask import Conversation, ask, ask_in_steps

__all__ = [
    "Answer",
    "Archive",
    "Article",
    "Citation",
    "Conversation",
    "DatelineError",
    "Meeting",
    "Mention",
    "Outcome",
    "Participant",
    "Question",
    "Statement",
    "Suggestion",
    "When",
    "ask",
    "ask_in_steps",
]
