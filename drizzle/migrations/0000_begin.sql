CREATE TABLE `journal` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`scope_id` text NOT NULL,
	`actor_id` text,
	`what` text NOT NULL,
	`about_kind` text NOT NULL,
	`about_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `journal_scope` ON `journal` (`scope_id`,`seq`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`job` text NOT NULL,
	`payload` text NOT NULL,
	`key` text NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`claimed_until` integer,
	`done_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key_unique` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`done_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `throttle` (
	`key` text NOT NULL,
	`window` integer NOT NULL,
	`count` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`key`, `window`)
);
--> statement-breakpoint
CREATE TABLE `consultation` (
	`id` text PRIMARY KEY NOT NULL,
	`scope_id` text NOT NULL,
	`body_id` text,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`question` text NOT NULL,
	`introduction` text NOT NULL,
	`motive` text NOT NULL,
	`facts` text NOT NULL,
	`fixed` text NOT NULL,
	`open` text NOT NULL,
	`level` text NOT NULL,
	`decider` text NOT NULL,
	`decision_day` text NOT NULL,
	`contact` text NOT NULL,
	`drafted_at` integer NOT NULL,
	`opened_at` integer,
	`suspended_at` integer,
	`withdrawn_at` integer,
	`stop_reason` text,
	`counted_at` integer,
	`reported_at` integer,
	`completed_at` integer,
	`archived_at` integer,
	FOREIGN KEY (`scope_id`) REFERENCES `scope`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`body_id`) REFERENCES `body`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consultation_slug` ON `consultation` (`scope_id`,`slug`);--> statement-breakpoint
CREATE INDEX `consultation_scope` ON `consultation` (`scope_id`);--> statement-breakpoint
CREATE TABLE `ground_rules` (
	`consultation_id` text PRIMARY KEY NOT NULL,
	`rules` text NOT NULL,
	`agreed_by` text,
	`agreed_on` text,
	`frozen_at` integer,
	`text` text,
	`hash` text,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `rule_change` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`kind` text NOT NULL,
	`field` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `rule_change_consultation` ON `rule_change` (`consultation_id`);--> statement-breakpoint
CREATE TABLE `electorate` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`household_id` text,
	`person_id` text,
	`scope_id` text NOT NULL,
	`late_reason` text,
	`added_on` text NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `household`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scope_id`) REFERENCES `scope`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `electorate_household` ON `electorate` (`consultation_id`,`household_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `electorate_person` ON `electorate` (`consultation_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `participation_code` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`right_id` text NOT NULL,
	`person_id` text NOT NULL,
	`status` text NOT NULL,
	`blocked_on` text,
	`blocked_reason` text,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`right_id`) REFERENCES `electorate`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `participation_code_person` ON `participation_code` (`consultation_id`,`person_id`,`status`);--> statement-breakpoint
CREATE INDEX `participation_code_right` ON `participation_code` (`right_id`);--> statement-breakpoint
CREATE TABLE `evening_table` (
	`evening_id` text NOT NULL,
	`number` integer NOT NULL,
	`host` text NOT NULL,
	PRIMARY KEY(`evening_id`, `number`),
	FOREIGN KEY (`evening_id`) REFERENCES `evening`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `evening` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`place` text NOT NULL,
	`details` text NOT NULL,
	`attendance` integer,
	`position` integer NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evening_slug` ON `evening` (`consultation_id`,`slug`);--> statement-breakpoint
CREATE TABLE `hand_count` (
	`id` text PRIMARY KEY NOT NULL,
	`evening_id` text NOT NULL,
	`question` text NOT NULL,
	`answers` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`evening_id`) REFERENCES `evening`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hand_count_evening` ON `hand_count` (`evening_id`);--> statement-breakpoint
CREATE TABLE `table_note` (
	`id` text PRIMARY KEY NOT NULL,
	`evening_id` text NOT NULL,
	`number` integer NOT NULL,
	`table_number` integer NOT NULL,
	`body` text NOT NULL,
	`nodded` integer,
	`stance` text,
	`language` text NOT NULL,
	`translation` text,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`evening_id`) REFERENCES `evening`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `table_note_number` ON `table_note` (`evening_id`,`number`);--> statement-breakpoint
CREATE TABLE `passkey` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`public_key` blob NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`added_on` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `passkey_person` ON `passkey` (`person_id`);--> statement-breakpoint
CREATE TABLE `password` (
	`person_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `recovery_code` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `recovery_code_person` ON `recovery_code` (`person_id`);--> statement-breakpoint
CREATE TABLE `spent_challenge` (
	`id` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `totp` (
	`person_id` text PRIMARY KEY NOT NULL,
	`secret_locked` text NOT NULL,
	`confirmed_at` integer,
	`last_step` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `helpdesk` (
	`id` text PRIMARY KEY NOT NULL,
	`scope_id` text NOT NULL,
	`helper_id` text NOT NULL,
	`pin` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`unlocked_until` integer,
	`locale` text NOT NULL,
	`device` text NOT NULL,
	`began_on` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`scope_id`) REFERENCES `scope`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `helpdesk_helper` ON `helpdesk` (`helper_id`);--> statement-breakpoint
CREATE TABLE `house_rules_acceptance` (
	`house_rules_id` text NOT NULL,
	`person_id` text NOT NULL,
	`accepted_at` integer NOT NULL,
	PRIMARY KEY(`house_rules_id`, `person_id`),
	FOREIGN KEY (`house_rules_id`) REFERENCES `house_rules`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `house_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`scope_id` text NOT NULL,
	`edition` integer NOT NULL,
	`rules` text NOT NULL,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`scope_id`) REFERENCES `scope`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `house_rules_edition` ON `house_rules` (`scope_id`,`edition`);--> statement-breakpoint
CREATE TABLE `import_profile` (
	`id` text PRIMARY KEY NOT NULL,
	`scope_id` text NOT NULL,
	`name` text NOT NULL,
	`columns` text NOT NULL,
	`sheet` text,
	FOREIGN KEY (`scope_id`) REFERENCES `scope`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_profile_name` ON `import_profile` (`scope_id`,`name`);--> statement-breakpoint
CREATE TABLE `import_row` (
	`run_id` text NOT NULL,
	`nth` integer NOT NULL,
	`row` integer NOT NULL,
	`key` text NOT NULL,
	`name` text,
	`email` text,
	`phone` text,
	`locale` text,
	`group_name` text,
	`group_id` text,
	`household_id` text,
	`person_id` text,
	`act` text,
	`fields` text,
	PRIMARY KEY(`run_id`, `nth`),
	FOREIGN KEY (`run_id`) REFERENCES `import_run`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `import_row_key` ON `import_row` (`run_id`,`key`,`nth`);--> statement-breakpoint
CREATE INDEX `import_row_person` ON `import_row` (`run_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `import_run` (
	`id` text PRIMARY KEY NOT NULL,
	`scope_id` text NOT NULL,
	`by_id` text,
	`state` text NOT NULL,
	`began_at` integer NOT NULL,
	`held_until` integer NOT NULL,
	`columns` text NOT NULL,
	`lines` integer NOT NULL,
	`read` integer DEFAULT 0 NOT NULL,
	`makes_groups` integer NOT NULL,
	`new_groups` text,
	`counts` text,
	`issues` text,
	FOREIGN KEY (`scope_id`) REFERENCES `scope`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `import_run_scope` ON `import_run` (`scope_id`,`state`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`consultation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`mail_id` text,
	PRIMARY KEY(`consultation_id`, `person_id`),
	FOREIGN KEY (`consultation_id`) REFERENCES `consultation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`mail_id`) REFERENCES `mail`(`id`) ON UPDATE no action ON DELETE set null
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `invitation_person` ON `invitation` (`person_id`);--> statement-breakpoint
CREATE INDEX `invitation_mail` ON `invitation` (`mail_id`);--> statement-breakpoint
CREATE TABLE `mail` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`change` text,
	`person_id` text NOT NULL,
	`to_locked` text,
	`scope_id` text,
	`locale` text NOT NULL,
	`made_at` integer NOT NULL,
	`useful_until` integer NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`claimed_until` integer,
	`sent_on` text,
	`sent_to` text,
	`last_code` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`scope_id`) REFERENCES `scope`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mail_key_unique` ON `mail` (`key`);--> statement-breakpoint
CREATE INDEX `mail_due` ON `mail` (`state`,`kind`,`next_at`);--> statement-breakpoint
CREATE INDEX `mail_person` ON `mail` (`person_id`);--> statement-breakpoint
CREATE TABLE `moderation_decision` (
	`id` text PRIMARY KEY NOT NULL,
	`contribution_id` text NOT NULL,
	`action` text NOT NULL,
	`rule` integer,
	`edition` text,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	FOREIGN KEY (`contribution_id`) REFERENCES `contribution`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition`) REFERENCES `house_rules`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `moderation_decision_contribution` ON `moderation_decision` (`contribution_id`);--> statement-breakpoint
CREATE TABLE `contribution_edit` (
	`id` text PRIMARY KEY NOT NULL,
	`contribution_id` text NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`contribution_id`) REFERENCES `contribution`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contribution_edit_contribution` ON `contribution_edit` (`contribution_id`);--> statement-breakpoint
CREATE TABLE `contribution` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`parent_id` text,
	`answers_id` text,
	`root_id` text NOT NULL,
	`depth` integer NOT NULL,
	`author_id` text,
	`display_name` text NOT NULL,
	`named_as` text DEFAULT 'own' NOT NULL,
	`badge` text NOT NULL,
	`badge_note` text,
	`official` integer DEFAULT false NOT NULL,
	`stance` text,
	`origin` text NOT NULL,
	`source_label` text,
	`title` text,
	`body` text NOT NULL,
	`html` text NOT NULL,
	`language` text NOT NULL,
	`translation` text,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`withdrawn_at` integer,
	`hidden_at` integer,
	`hidden_rule` integer,
	`hidden_edition` text,
	`hidden_reason` text,
	`support_count` integer DEFAULT 0 NOT NULL,
	`import_id` text,
	FOREIGN KEY (`panel_id`) REFERENCES `panel`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `contribution`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answers_id`) REFERENCES `contribution`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`hidden_edition`) REFERENCES `house_rules`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contribution_thread` ON `contribution` (`panel_id`,`root_id`);--> statement-breakpoint
CREATE INDEX `contribution_time` ON `contribution` (`panel_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `contribution_support` ON `contribution` (`panel_id`,`support_count`);--> statement-breakpoint
CREATE INDEX `contribution_author` ON `contribution` (`author_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `contribution_import` ON `contribution` (`panel_id`,`import_id`) WHERE import_id is not null;--> statement-breakpoint
CREATE TABLE `panel` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`lead` text NOT NULL,
	`visibility` text NOT NULL,
	`position` integer NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `panel_slug` ON `panel` (`consultation_id`,`slug`);--> statement-breakpoint
CREATE TABLE `support` (
	`contribution_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`contribution_id`, `person_id`),
	FOREIGN KEY (`contribution_id`) REFERENCES `contribution`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `support_person` ON `support` (`person_id`);--> statement-breakpoint
CREATE TABLE `access_decision` (
	`id` text PRIMARY KEY NOT NULL,
	`scope_id` text NOT NULL,
	`person_id` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`decided_by` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`scope_id`) REFERENCES `scope`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decided_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `access_decision_person` ON `access_decision` (`person_id`,`scope_id`);--> statement-breakpoint
CREATE TABLE `household_member` (
	`household_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`household_id`, `person_id`),
	FOREIGN KEY (`household_id`) REFERENCES `household`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `household_member_person` ON `household_member` (`person_id`);--> statement-breakpoint
CREATE TABLE `household` (
	`id` text PRIMARY KEY NOT NULL,
	`scope_id` text NOT NULL,
	`key` text NOT NULL,
	FOREIGN KEY (`scope_id`) REFERENCES `scope`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `household_key` ON `household` (`scope_id`,`key`);--> statement-breakpoint
CREATE TABLE `membership_request` (
	`id` text PRIMARY KEY NOT NULL,
	`scope_id` text NOT NULL,
	`person_id` text,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`group_text` text NOT NULL,
	`state` text DEFAULT 'asked' NOT NULL,
	`asked_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`scope_id`) REFERENCES `scope`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decided_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `membership_request_state` ON `membership_request` (`scope_id`,`state`,`asked_at`);--> statement-breakpoint
CREATE TABLE `membership` (
	`scope_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`status` text DEFAULT 'active' NOT NULL,
	PRIMARY KEY(`scope_id`, `person_id`, `role`),
	FOREIGN KEY (`scope_id`) REFERENCES `scope`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `membership_person` ON `membership` (`person_id`);--> statement-breakpoint
CREATE INDEX `membership_role` ON `membership` (`scope_id`,`role`,`person_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	`email` text,
	`email_state` text,
	`phone` text,
	`wants_paper` integer DEFAULT false NOT NULL,
	`locale` text,
	`invited_on` text,
	`joined_on` text,
	`confirms_by` text,
	`own_name` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX `person_email` ON `person` (`email`);--> statement-breakpoint
CREATE TABLE `school_year_move` (
	`id` text PRIMARY KEY NOT NULL,
	`scope_id` text NOT NULL,
	`plan` text,
	`by` text,
	`at` integer NOT NULL,
	`undo_until` integer NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`scope_id`) REFERENCES `scope`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `school_year_move_scope` ON `school_year_move` (`scope_id`,`at`);--> statement-breakpoint
CREATE TABLE `seat` (
	`id` text PRIMARY KEY NOT NULL,
	`body_id` text NOT NULL,
	`person_id` text NOT NULL,
	`section` text NOT NULL,
	`function` text,
	`from_on` text NOT NULL,
	`until_on` text,
	`ended_at` integer,
	FOREIGN KEY (`body_id`) REFERENCES `body`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `seat_body` ON `seat` (`body_id`,`from_on`);--> statement-breakpoint
CREATE INDEX `seat_person` ON `seat` (`person_id`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`device` text NOT NULL,
	`began_on` text NOT NULL,
	`strong` integer DEFAULT false NOT NULL,
	`confirmed_at` integer,
	`by_provider` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `session_person` ON `session` (`person_id`);--> statement-breakpoint
CREATE INDEX `session_expiry` ON `session` (`expires_at`);--> statement-breakpoint
CREATE TABLE `sign_in_code` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`return_to` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sign_in_link` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`return_to` text NOT NULL,
	`as_parent` integer DEFAULT false NOT NULL,
	`spent_by` text,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `count_confirmation` (
	`consultation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`day` text NOT NULL,
	PRIMARY KEY(`consultation_id`, `person_id`),
	FOREIGN KEY (`consultation_id`) REFERENCES `consultation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `known_ballot` (
	`poll_id` text NOT NULL,
	`right_id` text NOT NULL,
	`channel` text NOT NULL,
	`choice` text NOT NULL,
	`day` text NOT NULL,
	PRIMARY KEY(`poll_id`, `right_id`),
	FOREIGN KEY (`poll_id`) REFERENCES `poll`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`right_id`) REFERENCES `electorate`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `participation` (
	`poll_id` text NOT NULL,
	`right_id` text NOT NULL,
	`day` text NOT NULL,
	PRIMARY KEY(`poll_id`, `right_id`),
	FOREIGN KEY (`poll_id`) REFERENCES `poll`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`right_id`) REFERENCES `electorate`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `poll` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`slug` text NOT NULL,
	`position` integer NOT NULL,
	`question` text NOT NULL,
	`explanation` text NOT NULL,
	`method` text NOT NULL,
	`options` text NOT NULL,
	`settings` text NOT NULL,
	`secrecy` text NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `poll_slug` ON `poll` (`consultation_id`,`slug`);--> statement-breakpoint
CREATE TABLE `secret_ballot` (
	`poll_id` text NOT NULL,
	`id` text NOT NULL,
	`channel` text NOT NULL,
	`choice` text NOT NULL,
	PRIMARY KEY(`poll_id`, `id`),
	FOREIGN KEY (`poll_id`) REFERENCES `poll`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `slip_count` (
	`poll_id` text NOT NULL,
	`channel` text NOT NULL,
	`counted` integer NOT NULL,
	PRIMARY KEY(`poll_id`, `channel`),
	FOREIGN KEY (`poll_id`) REFERENCES `poll`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `slip_form` (
	`consultation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`seal` text NOT NULL,
	`refusal` text,
	PRIMARY KEY(`consultation_id`, `person_id`),
	FOREIGN KEY (`consultation_id`) REFERENCES `consultation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `slip` (
	`id` text PRIMARY KEY NOT NULL,
	`poll_id` text NOT NULL,
	`channel` text NOT NULL,
	`outcome` text NOT NULL,
	`code` text,
	`entered_on` text,
	`entered_by` text,
	FOREIGN KEY (`poll_id`) REFERENCES `poll`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE set null
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `slip_poll` ON `slip` (`poll_id`);--> statement-breakpoint
CREATE TABLE `tally` (
	`poll_id` text PRIMARY KEY NOT NULL,
	`result` text NOT NULL,
	`by_channel` text NOT NULL,
	`codes` text NOT NULL,
	`closed_on` text NOT NULL,
	FOREIGN KEY (`poll_id`) REFERENCES `poll`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `question` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`asker_id` text NOT NULL,
	`body` text NOT NULL,
	`asked_at` integer NOT NULL,
	`reads_at` integer,
	`answer` text,
	`answered_at` integer,
	`answered_by` text,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asker_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`answered_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `question_asker` ON `question` (`asker_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `question_consultation` ON `question` (`consultation_id`,`asked_at`);--> statement-breakpoint
CREATE TABLE `answer` (
	`theme_id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`due_on` text,
	`due_words` text,
	`done_on` text,
	`answered_at` integer NOT NULL,
	`person_id` text,
	FOREIGN KEY (`theme_id`) REFERENCES `theme`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `report_edition` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`number` integer NOT NULL,
	`document` text NOT NULL,
	`hash` text NOT NULL,
	`changes` text NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_edition_number` ON `report_edition` (`consultation_id`,`number`);--> statement-breakpoint
CREATE TABLE `report` (
	`consultation_id` text PRIMARY KEY NOT NULL,
	`words` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `body` (
	`id` text PRIMARY KEY NOT NULL,
	`scope_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`scope_id`) REFERENCES `scope`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `body_scope` ON `body` (`scope_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `body_name` ON `body` (`scope_id`,`name`);--> statement-breakpoint
CREATE TABLE `scope` (
	`id` text PRIMARY KEY NOT NULL,
	`path` text NOT NULL,
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`place` text,
	`contact` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scope_path_unique` ON `scope` (`path`);--> statement-breakpoint
CREATE UNIQUE INDEX `scope_slug_unique` ON `scope` (`slug`);--> statement-breakpoint
CREATE TABLE `mailed_link` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`mail_id` text NOT NULL,
	`person_id` text NOT NULL,
	`spent_by` text,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `sign_in_request`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`mail_id`) REFERENCES `mail`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mailed_link_request` ON `mailed_link` (`request_id`);--> statement-breakpoint
CREATE INDEX `mailed_link_mail` ON `mailed_link` (`mail_id`);--> statement-breakpoint
CREATE INDEX `mailed_link_person` ON `mailed_link` (`person_id`);--> statement-breakpoint
CREATE TABLE `sign_in_request` (
	`id` text PRIMARY KEY NOT NULL,
	`people` text NOT NULL,
	`asked_by` text NOT NULL,
	`locale` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_request_browser` ON `sign_in_request` (`asked_by`);--> statement-breakpoint
CREATE INDEX `sign_in_request_expiry` ON `sign_in_request` (`expires_at`);--> statement-breakpoint
CREATE TABLE `provider_account` (
	`id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`person_id` text NOT NULL,
	`linked_on` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `provider_account_person` ON `provider_account` (`person_id`,`issuer`);--> statement-breakpoint
CREATE TABLE `theme_link` (
	`theme_id` text NOT NULL,
	`source_kind` text NOT NULL,
	`source_id` text NOT NULL,
	`quoted` integer DEFAULT false NOT NULL,
	`linked_at` integer NOT NULL,
	PRIMARY KEY(`theme_id`, `source_kind`, `source_id`),
	FOREIGN KEY (`theme_id`) REFERENCES `theme`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `theme_link_source` ON `theme_link` (`source_kind`,`source_id`);--> statement-breakpoint
CREATE TABLE `theme` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`minority` integer DEFAULT false NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `theme_consultation` ON `theme` (`consultation_id`);
--> statement-breakpoint
-- Frozen ground rules stand: no change, no removal.
CREATE TRIGGER `ground_rules_stand` BEFORE UPDATE ON `ground_rules` WHEN old.`frozen_at` IS NOT NULL BEGIN SELECT RAISE(ABORT, 'ground rules are frozen'); END;
--> statement-breakpoint
CREATE TRIGGER `ground_rules_stay` BEFORE DELETE ON `ground_rules` WHEN old.`frozen_at` IS NOT NULL BEGIN SELECT RAISE(ABORT, 'ground rules are frozen'); END;
--> statement-breakpoint
-- What a poll asks stands from the opening of its consultation on.
CREATE TRIGGER `poll_stands` BEFORE UPDATE ON `poll` WHEN EXISTS (SELECT 1 FROM `ground_rules` WHERE `consultation_id` = old.`consultation_id` AND `frozen_at` IS NOT NULL) AND (new.`question` IS NOT old.`question` OR new.`method` IS NOT old.`method` OR new.`options` IS NOT old.`options` OR new.`settings` IS NOT old.`settings` OR new.`secrecy` IS NOT old.`secrecy` OR new.`consultation_id` IS NOT old.`consultation_id`) BEGIN SELECT RAISE(ABORT, 'poll is fixed by frozen ground rules'); END;
--> statement-breakpoint
CREATE TRIGGER `poll_stays` BEFORE DELETE ON `poll` WHEN EXISTS (SELECT 1 FROM `ground_rules` WHERE `consultation_id` = old.`consultation_id` AND `frozen_at` IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'poll is fixed by frozen ground rules'); END;
--> statement-breakpoint
CREATE TRIGGER `poll_comes_before_opening` BEFORE INSERT ON `poll` WHEN EXISTS (SELECT 1 FROM `ground_rules` WHERE `consultation_id` = new.`consultation_id` AND `frozen_at` IS NOT NULL) BEGIN SELECT RAISE(ABORT, 'poll is fixed by frozen ground rules'); END;
--> statement-breakpoint
-- A right stays once a ballot of its consultation exists.
CREATE TRIGGER `right_stays` BEFORE DELETE ON `electorate` WHEN EXISTS (SELECT 1 FROM `participation` JOIN `poll` ON `poll`.`id` = `participation`.`poll_id` WHERE `poll`.`consultation_id` = old.`consultation_id`) BEGIN SELECT RAISE(ABORT, 'a ballot exists: rights stay'); END;
--> statement-breakpoint
-- A secret ballot cannot be changed.
CREATE TRIGGER `secret_ballot_stands` BEFORE UPDATE ON `secret_ballot` BEGIN SELECT RAISE(ABORT, 'a secret ballot cannot be changed'); END;
--> statement-breakpoint
-- A closed count stands, and so does a published edition of a report.
CREATE TRIGGER `tally_stands` BEFORE UPDATE ON `tally` BEGIN SELECT RAISE(ABORT, 'the count is closed'); END;
--> statement-breakpoint
CREATE TRIGGER `edition_stands` BEFORE UPDATE ON `report_edition` WHEN new.`document` IS NOT old.`document` OR new.`hash` IS NOT old.`hash` OR new.`number` IS NOT old.`number` OR new.`published_at` IS NOT old.`published_at` BEGIN SELECT RAISE(ABORT, 'an edition is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER `edition_stays` BEFORE DELETE ON `report_edition` BEGIN SELECT RAISE(ABORT, 'an edition is frozen'); END;
--> statement-breakpoint
-- The journal only grows.
CREATE TRIGGER `journal_stands` BEFORE UPDATE ON `journal` BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
--> statement-breakpoint
-- What mail to an old address told is not about the new one.
CREATE TRIGGER `person_email_changes` AFTER UPDATE OF `email` ON `person` WHEN new.`email` IS NOT old.`email` BEGIN UPDATE `person` SET `email_state` = NULL WHERE `id` = new.`id`; END;
