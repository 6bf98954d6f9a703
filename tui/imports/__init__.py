"""Newsletters on their way into the store, for the commands and the app alike.

To be read in this order: `files` finds them, `crew` are the processes that read, started by `spawning`, `saving` has them read
and saves what they tell, `outcome` is what became of each, `rereading` reads again what is stored. For the app, `running` is an
import as it is seen from there, `worker` the process that does it.
"""
