"""Countries, towns and crossing points: where they are named, and what they have to do with an event."""
