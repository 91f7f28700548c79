package dev.parley.house.broken.platform;

import dev.parley.house.broken.conversation.RoomId;

record KnowsRooms(RoomId room) {}
