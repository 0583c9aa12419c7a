"""Shards of documents in, one Parquet file of reports for each out: by a pool of processes, or on a Ray cluster.

A shard is one input file. The same `code_shard` runs in both; whoever runs it, a shard is written under another name
and renamed when it is whole, so that what is there is whole and a run that was stopped goes on where it was.
"""
