"""Every write to a store, one file a subject."""
