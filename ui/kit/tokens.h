// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QColor>

namespace cas::ui {

/// What a state means; decides the colour of chips, bars, rings and messages. Colour never stands
/// alone: there is always a word or an icon beside it.
enum class StatusKind { Good, Warn, Bad, Neutral, Progress };

/// The colours of one look (light or dark), as named in resources/tokens/*.json.
struct Tokens
{
    QColor background; // behind the cards
    QColor surface; // cards, tables, panels, bars
    QColor raised; // table header, footers, search fields
    QColor border;
    QColor borderStrong; // around controls
    QColor text;
    QColor textSecond;
    QColor textThird; // placeholders, disabled text
    QColor accent; // action only, never state
    QColor accentWeak;
    QColor onAccent; // text and icons on accent
    QColor accentHover;
    QColor accentPressed;
    QColor focusRing; // around the control with the keyboard focus, where accent is not enough
    QColor hover; // rows and quiet buttons under the mouse
    QColor shadow; // with alpha
    QColor good, goodWeak;
    QColor warn, warnWeak;
    QColor bad, badWeak;
    QColor neutral, neutralWeak;
    QColor progress, progressWeak;
    bool dark = false;

    /// The strong colour of a state, for text, dots and bars.
    [[nodiscard]] QColor status(StatusKind kind) const;
    /// The weak colour of a state, for backgrounds.
    [[nodiscard]] QColor statusWeak(StatusKind kind) const;

    /// Reads a token file.
    /// @param json an object with one "#RRGGBB" (or "#AARRGGBB") member per colour above, camelCase
    /// @errors InputInvalid: not JSON; InputMissing: args 1 is the colour that lacks
    static Result<Tokens> fromJson(const QByteArray &json);
};

/// Distances in device-independent pixels. Use these, never numbers of your own.
namespace space {
constexpr int kXs = 4;
constexpr int kS = 8;
constexpr int kM = 12;
constexpr int kL = 16;
constexpr int kXl = 24;
constexpr int kPageSide = 24; // page margin left and right
constexpr int kPageTop = 20; // page margin top and bottom
constexpr int kRadius = 4; // chips in tables, check boxes, tags
constexpr int kRadiusLarge = 8; // cards, panels, tables
constexpr int kControl = 32; // height of buttons, inputs, combos
constexpr int kChip = 22; // height of a status chip
constexpr int kTableHeader = 32; // height of a table's header
constexpr int kRowTwoLine = 52; // row with two lines
constexpr int kRowCompact = 36; // row with one line
constexpr int kTopBar = 48; // height of the window's top bar
constexpr int kNavigation = 224; // width of the navigation
constexpr int kNavigationSmall = 56; // the same, collapsed to icons
constexpr int kPanel = 480; // width of a side panel
constexpr int kPanelWide = 720; // width of a wide side panel
} // namespace space

} // namespace cas::ui
