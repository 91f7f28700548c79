// The events that our local gateway tells, as discord-api-types describes them.
import type {
  GatewayReadyDispatchData,
  GatewayChannelCreateDispatchData,
  GatewayChannelUpdateDispatchData,
  GatewayChannelDeleteDispatchData,
  GatewayChannelPinsUpdateDispatchData,
  GatewayGuildCreateDispatchData,
  GatewayGuildDeleteDispatchData,
  GatewayGuildMemberAddDispatchData,
  GatewayGuildMemberRemoveDispatchData,
  GatewayGuildMemberUpdateDispatchData,
  GatewayGuildMembersChunkDispatchData,
  GatewayGuildRoleCreateDispatchData,
  GatewayGuildRoleUpdateDispatchData,
  GatewayGuildRoleDeleteDispatchData,
  GatewayGuildScheduledEventCreateDispatchData,
  GatewayGuildScheduledEventUpdateDispatchData,
  GatewayGuildScheduledEventDeleteDispatchData,
  GatewayInteractionCreateDispatchData,
  GatewayMessageCreateDispatchData,
  GatewayMessageUpdateDispatchData,
  GatewayMessageDeleteDispatchData,
  GatewayMessageDeleteBulkDispatchData,
  GatewayMessageReactionAddDispatchData,
  GatewayMessageReactionRemoveDispatchData,
  GatewayMessageReactionRemoveAllDispatchData,
  GatewayMessageReactionRemoveEmojiDispatchData,
  GatewayThreadCreateDispatchData,
  GatewayThreadUpdateDispatchData,
  GatewayThreadDeleteDispatchData,
  GatewayThreadListSyncDispatchData,
  GatewayThreadMembersUpdateDispatchData,
  GatewayTypingStartDispatchData,
} from "discord-api-types/v10";

export interface Events {
  // Discord tells it, and JDA needs it, though it is not documented.
  READY?: GatewayReadyDispatchData & { private_channels: never[] };
  CHANNEL_CREATE?: GatewayChannelCreateDispatchData;
  CHANNEL_UPDATE?: GatewayChannelUpdateDispatchData;
  CHANNEL_DELETE?: GatewayChannelDeleteDispatchData;
  CHANNEL_PINS_UPDATE?: GatewayChannelPinsUpdateDispatchData;
  GUILD_CREATE?: GatewayGuildCreateDispatchData;
  GUILD_DELETE?: GatewayGuildDeleteDispatchData;
  GUILD_MEMBER_ADD?: GatewayGuildMemberAddDispatchData;
  GUILD_MEMBER_REMOVE?: GatewayGuildMemberRemoveDispatchData;
  GUILD_MEMBER_UPDATE?: GatewayGuildMemberUpdateDispatchData;
  GUILD_MEMBERS_CHUNK?: GatewayGuildMembersChunkDispatchData;
  GUILD_ROLE_CREATE?: GatewayGuildRoleCreateDispatchData;
  GUILD_ROLE_UPDATE?: GatewayGuildRoleUpdateDispatchData;
  GUILD_ROLE_DELETE?: GatewayGuildRoleDeleteDispatchData;
  GUILD_SCHEDULED_EVENT_CREATE?: GatewayGuildScheduledEventCreateDispatchData;
  GUILD_SCHEDULED_EVENT_UPDATE?: GatewayGuildScheduledEventUpdateDispatchData;
  GUILD_SCHEDULED_EVENT_DELETE?: GatewayGuildScheduledEventDeleteDispatchData;
  INTERACTION_CREATE?: GatewayInteractionCreateDispatchData;
  MESSAGE_CREATE?: GatewayMessageCreateDispatchData;
  MESSAGE_UPDATE?: GatewayMessageUpdateDispatchData;
  MESSAGE_DELETE?: GatewayMessageDeleteDispatchData;
  MESSAGE_DELETE_BULK?: GatewayMessageDeleteBulkDispatchData;
  MESSAGE_REACTION_ADD?: GatewayMessageReactionAddDispatchData;
  MESSAGE_REACTION_REMOVE?: GatewayMessageReactionRemoveDispatchData;
  MESSAGE_REACTION_REMOVE_ALL?: GatewayMessageReactionRemoveAllDispatchData;
  MESSAGE_REACTION_REMOVE_EMOJI?: GatewayMessageReactionRemoveEmojiDispatchData;
  THREAD_CREATE?: GatewayThreadCreateDispatchData;
  THREAD_UPDATE?: GatewayThreadUpdateDispatchData;
  THREAD_DELETE?: GatewayThreadDeleteDispatchData;
  THREAD_LIST_SYNC?: GatewayThreadListSyncDispatchData;
  THREAD_MEMBERS_UPDATE?: GatewayThreadMembersUpdateDispatchData;
  TYPING_START?: GatewayTypingStartDispatchData;
}
