// The events that our local Slack tells, as @slack/types describes them: by type, and by subtype where there is one.
import type {
  AppHomeOpenedEvent,
  AppMentionEvent,
  AppUninstalledEvent,
  BotMessageEvent,
  ChannelJoinMessageEvent,
  FileShareMessageEvent,
  GenericMessageEvent,
  MeMessageEvent,
  MemberJoinedChannelEvent,
  MemberLeftChannelEvent,
  MessageChangedEvent,
  MessageDeletedEvent,
  PinAddedEvent,
  PinRemovedEvent,
  ReactionAddedEvent,
  ReactionRemovedEvent,
  ThreadBroadcastMessageEvent,
  TokensRevokedEvent,
} from "@slack/types";

export interface Events {
  message?: GenericMessageEvent;
  "message/bot_message"?: BotMessageEvent;
  "message/channel_join"?: ChannelJoinMessageEvent;
  "message/file_share"?: FileShareMessageEvent;
  "message/me_message"?: MeMessageEvent;
  "message/message_changed"?: MessageChangedEvent;
  "message/message_deleted"?: MessageDeletedEvent;
  "message/thread_broadcast"?: ThreadBroadcastMessageEvent;
  app_home_opened?: AppHomeOpenedEvent;
  app_mention?: AppMentionEvent;
  app_uninstalled?: AppUninstalledEvent;
  member_joined_channel?: MemberJoinedChannelEvent;
  member_left_channel?: MemberLeftChannelEvent;
  pin_added?: PinAddedEvent;
  pin_removed?: PinRemovedEvent;
  reaction_added?: ReactionAddedEvent;
  reaction_removed?: ReactionRemovedEvent;
  tokens_revoked?: TokensRevokedEvent;
}
