"""What the app does beside its screen, so that keys never wait: questions to the store, deeds, work for a processor.

To be read in this order: `lane` is a thread that asks the store, `lists` what it asks about a selection, `linemap` the list
that comes of it, `lookup` what is asked about one milestone, `reviewqueue` where one is in a review; `deeds` writes what people
decide, `processes` does in a process of its own what would hold up a thread.
"""
