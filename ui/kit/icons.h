// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>

class QPainter;
class QRectF;

namespace cas::ui {

/// The line icons of the product (resources/icons, 24 x 24, stroke 1.6).
enum class Symbol {
    None,
    Overview,
    Certificate,
    Domain,
    Deploy,
    Shield,
    ShieldCheck,
    Usb,
    Contact,
    Company,
    Bell,
    Order,
    Log,
    Lock,
    Unlock,
    Tools,
    Settings,
    Search,
    ChevronDown,
    ChevronRight,
    ChevronLeft,
    ChevronUp,
    Close,
    Plus,
    Download,
    Upload,
    Copy,
    Trash,
    Tag,
    More,
    Check,
    Warning,
    Error,
    Info,
    Refresh,
    Key,
    Eye,
    EyeOff,
    External,
    Filter,
    Columns,
    Calendar,
    Undo,
    Language,
    Sun,
    Moon,
    Printer,
    Folder,
    File,
    Play,
    Pause,
    Chain,
    Server,
    Revoke,
    ArrowUp,
    ArrowDown,
    Menu,
    Edit,
    User,
    Clock,
    Minus,
    Chart,
};

/// Which token colours an icon.
enum class Tint { Text, Second, Third, Accent, OnAccent, Good, Warn, Bad, Neutral, Progress };

/// The file name of a symbol in resources/icons, without ".svg"; empty for None.
QString symbolName(Symbol symbol);

/// An icon that draws itself in the current look's colours whenever it is painted: after a switch
/// between light and dark nothing has to be set anew. Crisp at every scale. Disabled is drawn in
/// the third text colour.
QIcon icon(Symbol symbol, Tint tint = Tint::Second);

/// Paints a symbol into `rect` (square is best) in a given colour, at the painter's resolution.
void paintSymbol(QPainter &painter, const QRectF &rect, Symbol symbol, const QColor &color);

/// A pixmap for labels. @param size device-independent pixels @param ratio device pixel ratio
QPixmap symbolPixmap(Symbol symbol, int size, qreal ratio, const QColor &color);

} // namespace cas::ui
