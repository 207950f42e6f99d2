import { Badge, type BadgeProps } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";
import { STATUS_LABELS } from "../../../../schema/measuring/labels.ts";
import type { Status } from "../../../../schema/measuring/results.ts";
import { useText } from "../../app/TextContext.tsx";

const LOOKS: Readonly<Record<Status, readonly [NonNullable<BadgeProps["color"]>, ReactElement]>> = {
  MET: ["success", <CheckmarkCircleRegular key="icon" />],
  AT_RISK: ["warning", <WarningRegular key="icon" />],
  MISSED: ["danger", <ErrorCircleRegular key="icon" />],
  NO_DATA: ["informative", <QuestionCircleRegular key="icon" />],
};

/** How a value stands to its target: as a word and an icon, so that nobody needs the colour. */
export function StatusBadge({ status }: { readonly status: Status }) {
  const text = useText();
  const [color, icon] = LOOKS[status];
  return (
    <Badge appearance="tint" color={color} icon={icon}>
      {text.words(STATUS_LABELS[status])}
    </Badge>
  );
}
