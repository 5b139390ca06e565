"""The advisory team of a council and its reports on products (article 7(3)(c)). See README.md."""
