"""Pages of courses: for offices, and the one behind the code of a day."""
