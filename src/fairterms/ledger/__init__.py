"""An append-only log that shows when it was changed.

Every entry is a leaf of a tree of hashes. A checkpoint names the size of the tree and its one root;
whoever keeps a checkpoint can tell later whether any of those entries was changed, removed, moved
or added. Each party and the auditor cosigns the other's checkpoints, so that no administrator can
rewrite what was agreed.
"""
