"""Newsletters on their way into the store, for the commands and the app alike.

To be read in this order: `saving` finds the files, has them read and saves what they tell, `crew` are the processes that read,
`rereading` reads again what is stored. For the app, `running` is an import as it is seen from there, `worker` the process that
does it.
"""
