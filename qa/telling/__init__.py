"""From what was found to what is read: sentences by template, their support, the gate."""
