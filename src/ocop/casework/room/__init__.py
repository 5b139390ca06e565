"""Score sheets without network: what a member loads, keeps and hands in, and sheets that come too late."""
