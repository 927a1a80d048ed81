"""When something was that is no meeting: events that a question describes in words."""
