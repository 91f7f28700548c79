package dev.parley.house.broken.recap;

import dev.parley.house.broken.recap.format.Pages;

record KnowsItsFormats(Pages pages) {}
