"""The look: shells, components, forms, lists, refusals as pages. Knows no case."""
