"""Every question to a store, one file a subject; each function is named for its answer."""
