"""What the app does beside its screen, so that keys never wait: questions to the store, deeds, work for a processor.

To be read in this order: `loader` asks for lists and counts in threads, `linemap` is the list that comes of it, `lookup` asks
about one milestone, `deeds` writes what people decide, `processes` does in a process of its own what would hold up a thread.
"""
