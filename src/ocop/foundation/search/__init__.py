"""Words kept beside a row and an index over them: how long lists are searched, alike on both databases."""
