"""What planned sends of any size are drawn from: words, places and titles, and the SQL that draws them."""
